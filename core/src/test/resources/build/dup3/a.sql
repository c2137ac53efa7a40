create table dbo.T (Id int not null, Name nvarchar(20))
