sp_help
