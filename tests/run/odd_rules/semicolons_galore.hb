run :: ();;
    ;; x := 1;;;
    if true;;; print("{} ", x);; else; end;;
    match x; case 1;; print("2\n");; else; end
end;
