;;; Drives Emacs on paper.tex with the configuration of docs/other-editors.md; prints what it saw as JSON. -*- lexical-binding: t -*-
(require 'json)
(require 'eglot)
(require 'flymake)

(defvar saw nil)
(defun saw (name value) (push (cons name value) saw))
(defun text () (buffer-substring-no-properties (point-min) (point-max)))

(defun wait-until (what test)
  (let ((end (+ (float-time) 20)))
    (while (not (funcall test))
      (when (> (float-time) end) (error "No %s" what))
      (accept-process-output nil 0.02))))

(defun go-to (words &optional offset)
  (goto-char (point-min))
  (search-forward words)
  (goto-char (+ (match-beginning 0) (or offset 0))))

(defun ask (method params) (jsonrpc-request (eglot--current-server-or-lose) method params :timeout 20))

;;; The actions that the editor lists at point.
(defun actions (only)
  (pcase-let ((`(,from ,to) (eglot--region-bounds)))
    (append (eglot-code-actions from to only nil) nil)))

;;; What eglot does when nothing has been typed for a moment.
(defun tell-changes () (eglot--signal-textDocument/didChange))

(defun run (action)
  (eglot--apply-workspace-edit (plist-get action :edit))
  (tell-changes))

(defun scenario ()
  (find-file "paper.tex")
  (apply #'eglot--connect (eglot--guess-contact))
  (flymake-mode 1)
  (flymake-start)
  (wait-until "diagnostics" #'flymake-diagnostics)
  (saw 'diagnostics (vconcat (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))

  (go-to "FEC)")
  (saw 'hover (plist-get (plist-get (ask :textDocument/hover (eglot--TextDocumentPositionParams)) :contents) :value))

  (go-to "often dissolved in DOL" (length "often dissolved in "))
  (run (car (actions "quickfix")))
  (saw 'fixed (text))

  (go-to "SEI)")
  (eglot-rename "SEIX")
  (tell-changes)
  (saw 'renamed (text))

  (go-to "The anion decides")
  (insert "The LiB ")
  (backward-char)
  (tell-changes)
  (let ((found (ask :textDocument/completion (eglot--TextDocumentPositionParams))))
    (saw 'completed
         (vconcat (mapcar (lambda (item) (plist-get item :label))
                          (if (vectorp found) found (plist-get found :items))))))
  (delete-region (line-beginning-position) (1+ (point)))
  (tell-changes)

  (go-to "\\ce{LiF}")
  (let ((cite (seq-find (lambda (action) (string-prefix-p "Cite " (plist-get action :title))) (actions "refactor"))))
    (saw 'cite (plist-get cite :title))
    (run cite)
    (saw 'cited (text))
    (with-current-buffer (find-file-noselect "references.bib") (saw 'entries (text))))

  (run (car (actions "source.interphase.writeAbbreviationList")))
  (saw 'listed (text)))

(fset 'y-or-n-p #'always) ; The person at the keyboard agrees to edits of files that are not open.
(let ((eglot-confirm-server-initiated-edits nil) (inhibit-message t) (make-backup-files nil))
  (condition-case failure
      (scenario)
    (error (saw 'failure (error-message-string failure)))))
(princ (json-encode saw))
(kill-emacs 0)
