UPDATE t SET a.modify('delete /x') WHERE CURRENT OF cur
