RECEIVE TOP (1) @h = conversation_handle, message_body AS b, CAST(message_body AS XML) FROM dbo.q INTO @t WHERE conversation_handle = @h;
