create procedure dbo.vp @a int = null output, @b foo as begin break; continue; goto lbl; select @@nope; return 1; end
