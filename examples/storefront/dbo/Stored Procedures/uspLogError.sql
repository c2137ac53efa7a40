CREATE PROCEDURE [dbo].[uspLogError]
    @ErrorLogID INT = 0 OUTPUT
AS
BEGIN
    SET NOCOUNT ON;

    SET @ErrorLogID = 0;

    BEGIN TRY
        IF ERROR_NUMBER() IS NULL
            RETURN;

        IF XACT_STATE() = -1
        BEGIN
            PRINT 'The error cannot be logged: the transaction cannot be committed any more. Roll it back first.';
            RETURN;
        END

        INSERT [dbo].[ErrorLog] ([UserName], [ErrorNumber], [ErrorSeverity], [ErrorState], [ErrorProcedure], [ErrorLine], [ErrorMessage])
        VALUES (CONVERT(sysname, CURRENT_USER), ERROR_NUMBER(), ERROR_SEVERITY(), ERROR_STATE(), ERROR_PROCEDURE(), ERROR_LINE(), ERROR_MESSAGE());

        SET @ErrorLogID = @@IDENTITY;
    END TRY
    BEGIN CATCH
        PRINT 'An error occurred while an error was logged: ' + ERROR_MESSAGE();
        RETURN -1;
    END CATCH
END
