SELECT a AT TIME ZONE 'UTC' AT TIME ZONE 'X', a COLLATE Latin1_General_CI_AS, -a, +a, ~a, - -1, a % 2, a | 1 & 2 ^ 3, a || b, a << 1, a >> 2
