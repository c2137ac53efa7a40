create table dbo.Item(
 Id int not null identity(1,1) constraint PK_Item primary key, -- the key
 Name nvarchar(100) not null, Price decimal(10, 2) null default(0), Sum as (Price*2) persisted,

 constraint CK_Price check(Price>=0), index IX_Name nonclustered(Name) where Price is not null) with (data_compression = page);
create unique index UX on dbo.Item(Name asc) include(Price) where Price > 0;
