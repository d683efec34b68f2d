/** The language of this page, as it was served. Imported first: modules make their tables of words as they are loaded. */
import { isLanguage } from '../app/words/languages.ts'
import { setLanguage } from '../app/words/t.ts'

const { lang } = document.documentElement
if (isLanguage(lang)) setLanguage(lang)
