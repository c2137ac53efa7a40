RECEIVE conversation_handle FROM q WHERE conversation_group_id = @g;
