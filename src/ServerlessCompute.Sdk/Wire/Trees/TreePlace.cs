namespace ServerlessCompute;

/// <summary>Where a part of a document stands, for messages and for paths that start from the document's folder.</summary>
/// <param name="File">The absolute path of the document, or a word for a document that is no file; null in documents that nobody wrote by hand.</param>
/// <param name="Folder">The folder that relative paths in the document start from; null when it has none.</param>
/// <param name="Line">The line, counted from 1; 0 when it is not known.</param>
/// <param name="Column">The column, counted from 1; 0 when it is not known.</param>
internal readonly record struct TreePlace(string? File, string? Folder, int Line, int Column);
