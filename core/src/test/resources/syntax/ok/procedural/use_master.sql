USE master
