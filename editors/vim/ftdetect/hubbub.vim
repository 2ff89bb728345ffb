autocmd BufRead,BufNewFile *.hb set filetype=hubbub
