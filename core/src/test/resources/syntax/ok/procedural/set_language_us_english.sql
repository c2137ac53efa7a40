SET LANGUAGE us_english
