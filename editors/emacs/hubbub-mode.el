;;; hubbub-mode.el --- Colours for Hubbub -*- lexical-binding: t -*-

;; Author: the Hubbub project
;; Version: 0.1.0
;; Keywords: languages

;;; Commentary:

;; Colours and comments.  Indentation has no meaning in Hubbub; `hubbubc fmt' takes care of it.

;;; Code:

(defvar hubbub-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?_ "w" table)
    (modify-syntax-entry ?- "_" table)
    (modify-syntax-entry ?/ ". 124" table)
    (modify-syntax-entry ?* ". 23bn" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?` "|" table)
    table)
  "Syntax of Hubbub sources.")

(defconst hubbub-keywords
  '("block" "break" "case" "continue" "defer" "distinct" "else" "end" "enum" "for" "if" "ifx" "in" "match"
    "or_break" "or_continue" "or_else" "or_return" "return" "struct" "union" "using" "where" "while" "with"))

(defconst hubbub-types
  '("i8" "i16" "i32" "i64" "i128" "u8" "u16" "u32" "u64" "u128" "f16" "f32" "f64" "Int" "UInt" "Float" "Bool"
    "Rune" "Void" "Never" "String" "CString" "Pointer" "Array" "Slice" "Simd" "Soa" "Maybe" "Any" "Type"
    "int" "bool" "string" "void"))

(defconst hubbub-font-lock-keywords
  `(("#[A-Za-z_][A-Za-z0-9_-]*" . font-lock-preprocessor-face)
    ("'\\(\\\\.[^']*\\|[^'\\]\\)'" . font-lock-string-face)
    ("\\([A-Za-z_][A-Za-z0-9_-]*\\)\\s-*::" 1 font-lock-function-name-face)
    (,(regexp-opt hubbub-keywords 'symbols) . font-lock-keyword-face)
    (,(regexp-opt '("true" "false" "null" "none" "uninit" "context") 'symbols) . font-lock-constant-face)
    (,(regexp-opt hubbub-types 'symbols) . font-lock-type-face)))

;;;###autoload
(define-derived-mode hubbub-mode prog-mode "Hubbub"
  "Major mode for Hubbub sources."
  (setq-local comment-start "// ")
  (setq-local comment-end "")
  (setq-local indent-line-function #'indent-relative)
  (setq-local font-lock-defaults '(hubbub-font-lock-keywords)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.hb\\'" . hubbub-mode))

(provide 'hubbub-mode)

;;; hubbub-mode.el ends here
