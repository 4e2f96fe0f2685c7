-- Drives Neovim on paper.tex with the configuration of docs/other-editors.md, which has been read before; prints what it saw as JSON.
local saw = {}

local function finish(failure)
  if failure then saw.failure = failure end
  io.stdout:write(vim.json and vim.json.encode(saw) or vim.fn.json_encode(saw))
  vim.cmd('qall!')
end

local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') end

local function go_to(pattern)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  if vim.fn.search(pattern, 'c') == 0 then error('no ' .. pattern) end
end

local function place() return vim.lsp.util.make_position_params(0, 'utf-16') end

local function ask(method, params)
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 20000) or {}) do
    if answer.error then error(vim.inspect(answer.error)) end
    return answer.result
  end
  error('no answer to ' .. method)
end

--- The actions that the editor would list at the caret.
local function actions(only)
  local at = place()
  local line = at.position.line
  local diagnostics = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0, { lnum = line })) do
    table.insert(diagnostics, diagnostic.user_data.lsp.code and vim.tbl_extend('keep', {
      range = {
        start = { line = diagnostic.lnum, character = diagnostic.col },
        ['end'] = { line = diagnostic.end_lnum, character = diagnostic.end_col },
      },
      message = diagnostic.message,
      source = diagnostic.source,
    }, diagnostic.user_data.lsp))
  end
  return ask('textDocument/codeAction', {
    textDocument = at.textDocument,
    range = { start = at.position, ['end'] = at.position },
    context = { diagnostics = diagnostics, only = only, triggerKind = 1 },
  })
end

--- What the editor does with an action that was chosen.
local function run(action)
  vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
end

local function scenario()
  vim.cmd('edit paper.tex')
  if not vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20) then error('no diagnostics') end
  saw.diagnostics = vim.tbl_map(function(found) return found.user_data.lsp.code end, vim.diagnostic.get(0))

  go_to('FEC)')
  saw.hover = ask('textDocument/hover', place()).contents.value

  go_to('often dissolved in \\zsDOL')
  run(actions({ 'quickfix' })[1])
  saw.fixed = text()

  go_to('SEI)')
  vim.lsp.util.apply_workspace_edit(ask('textDocument/rename', vim.tbl_extend('error', place(), { newName = 'SEIX' })), 'utf-16')
  saw.renamed = text()

  go_to('The anion decides')
  vim.api.nvim_put({ 'The LiB ' }, 'c', false, false)
  vim.api.nvim_win_set_cursor(0, { vim.fn.line('.'), #'The LiB' })
  local items = ask('textDocument/completion', place())
  saw.completed = vim.tbl_map(function(item) return item.label end, items.items or items)
  local row = vim.fn.line('.') - 1
  vim.api.nvim_buf_set_text(0, row, 0, row, #'The LiB ', { '' })

  go_to('\\\\ce{LiF}')
  local cite = vim.tbl_filter(function(action) return action.title:match('^Cite ') end, actions({ 'refactor' }))
  saw.cite = cite[1].title
  run(cite[1])
  saw.cited = text()
  local bibliography = vim.fn.bufadd('references.bib')
  vim.fn.bufload(bibliography)
  saw.entries = table.concat(vim.api.nvim_buf_get_lines(bibliography, 0, -1, false), '\n')

  run(actions({ 'source.interphase.writeAbbreviationList' })[1])
  saw.listed = text()
end

-- After what opens the first buffer.
vim.schedule(function()
  local ok, failure = pcall(scenario)
  finish(not ok and tostring(failure) or nil)
end)
