module agreement

go 1.24
