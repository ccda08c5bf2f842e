window.docsearch({ container: '#docsearch', appId: 'BENCH', indices: ['faq'], apiKey: 'none' })
