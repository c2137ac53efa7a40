/*
 Before the deployment: on a new database there is nothing to do.
 A job that was running when the service stopped goes back to the queue.
*/
PRINT N'Hartonomous: preparing $(DatabaseName) ($(DeploymentEnvironment))';

IF OBJECT_ID(N'dbo.IngestionJob', N'U') IS NOT NULL
BEGIN
    UPDATE j
    SET j.Status = 'failed',
        j.ErrorMessage = N'Interrupted by a deployment.'
    FROM dbo.IngestionJob AS j
    WHERE j.Status = 'running';

    IF @@ROWCOUNT > 0
        PRINT N'Interrupted jobs were marked as failed; they can be processed again.';
END;
GO
