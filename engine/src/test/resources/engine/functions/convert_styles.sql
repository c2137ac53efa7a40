-- Source: Microsoft Learn, "CAST and CONVERT (Transact-SQL)", date and time styles.
DECLARE @d datetime = '2024-03-05T14:07:09.123';
SELECT CONVERT(varchar(30), @d, 0) AS s0, CONVERT(varchar(30), @d, 1) AS s1, CONVERT(varchar(30), @d, 2) AS s2, CONVERT(varchar(30), @d, 3) AS s3, CONVERT(varchar(30), @d, 4) AS s4, CONVERT(varchar(30), @d, 5) AS s5, CONVERT(varchar(30), @d, 6) AS s6, CONVERT(varchar(30), @d, 7) AS s7;
SELECT CONVERT(varchar(30), @d, 8) AS s8, CONVERT(varchar(30), @d, 9) AS s9, CONVERT(varchar(30), @d, 10) AS s10, CONVERT(varchar(30), @d, 11) AS s11, CONVERT(varchar(30), @d, 12) AS s12, CONVERT(varchar(30), @d, 13) AS s13, CONVERT(varchar(30), @d, 14) AS s14;
SELECT CONVERT(varchar(30), @d, 20) AS s20, CONVERT(varchar(30), @d, 21) AS s21, CONVERT(varchar(30), @d, 22) AS s22, CONVERT(varchar(30), @d, 23) AS s23, CONVERT(varchar(30), @d, 24) AS s24, CONVERT(varchar(30), @d, 25) AS s25;
SELECT CONVERT(varchar(30), @d, 100) AS s100, CONVERT(varchar(30), @d, 101) AS s101, CONVERT(varchar(30), @d, 102) AS s102, CONVERT(varchar(30), @d, 103) AS s103, CONVERT(varchar(30), @d, 104) AS s104, CONVERT(varchar(30), @d, 105) AS s105, CONVERT(varchar(30), @d, 106) AS s106, CONVERT(varchar(30), @d, 107) AS s107;
SELECT CONVERT(varchar(30), @d, 108) AS s108, CONVERT(varchar(30), @d, 109) AS s109, CONVERT(varchar(30), @d, 110) AS s110, CONVERT(varchar(30), @d, 111) AS s111, CONVERT(varchar(30), @d, 112) AS s112, CONVERT(varchar(30), @d, 113) AS s113, CONVERT(varchar(30), @d, 114) AS s114;
SELECT CONVERT(varchar(30), @d, 120) AS s120, CONVERT(varchar(30), @d, 121) AS s121, CONVERT(varchar(40), @d, 126) AS s126, CONVERT(varchar(40), @d, 127) AS s127;
SELECT CONVERT(datetime, '03/05/2024', 101) AS a, CONVERT(datetime, '05/03/2024', 103) AS b, CONVERT(datetime, '05.03.2024', 104) AS c, CONVERT(date, '20240305', 112) AS d;
GO
SELECT CONVERT(varchar(20), CAST(1234567.891 AS money), 0) AS m0, CONVERT(varchar(20), CAST(1234567.891 AS money), 1) AS m1, CONVERT(varchar(20), CAST(1234567.891 AS money), 2) AS m2;
SELECT CONVERT(varchar(30), CAST(1234.5678 AS float), 0) AS f0, CONVERT(varchar(30), CAST(1234.5678 AS float), 1) AS f1, CONVERT(varchar(30), CAST(1234.5678 AS float), 2) AS f2, CONVERT(varchar(30), CAST(12345678 AS float)) AS f;
SELECT CONVERT(varchar(10), 0x41424344, 0) AS b0, CONVERT(varchar(12), 0x41424344, 1) AS b1, CONVERT(varchar(10), 0x41424344, 2) AS b2, CONVERT(varbinary(4), '0x41424344', 1) AS v1, CONVERT(varbinary(4), '41424344', 2) AS v2;
GO
SELECT TRY_CONVERT(int, 'abc') AS a, TRY_CAST('2024-02-30' AS date) AS b, TRY_CONVERT(decimal(4, 2), '123.45') AS c, TRY_CONVERT(tinyint, 256) AS d;
GO
SELECT CAST(2.5 AS int) AS a, CAST(-2.5 AS int) AS b, CAST(CAST(2.5 AS money) AS int) AS c, CAST(2.567 AS decimal(5, 2)) AS d, CAST(1e3 AS int) AS e, CAST('  12 ' AS int) AS f, CAST('' AS int) AS g;
SELECT CAST(CAST('1900-01-02' AS datetime) AS int) AS d, CAST(1 AS datetime) AS e, CAST(0.5 AS datetime) AS f;
SELECT CAST('2024-03-05 14:07:09.997' AS datetime) AS a, CAST('2024-03-05 14:07:09.999' AS datetime) AS b, CAST('2024-03-05 14:07:30' AS smalldatetime) AS c, CAST('2024-03-05 14:07:29.998' AS smalldatetime) AS d;
GO
SELECT CAST('abc' AS int);
GO
SELECT CAST(300 AS tinyint);
GO
SELECT CAST('99999999999' AS int);
GO
SELECT CAST('2024-13-01' AS datetime);
GO
SELECT CONVERT(varchar(30), GETDATE(), 999);
GO
SELECT CAST(123456 AS varchar(3)) AS a;
SELECT CAST(12.5 AS char(3)) AS b;
GO
SELECT 7 / 2 AS a, 7 % 2 AS b, -7 / 2 AS c, -7 % 2 AS d, 7 / 2.0 AS e, 1.0 / 3 AS f, CAST(1 AS decimal(10, 2)) / CAST(3 AS decimal(10, 2)) AS g, 10 / CAST(4 AS float) AS h;
SELECT CAST(1.1 AS decimal(5, 2)) * CAST(2.22 AS decimal(6, 3)) AS p, CAST(99.99 AS decimal(4, 2)) + CAST(0.01 AS decimal(4, 2)) AS s;
