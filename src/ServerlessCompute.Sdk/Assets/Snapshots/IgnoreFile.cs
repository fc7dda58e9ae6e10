using System.Text;

namespace ServerlessCompute;

/// <summary>
/// The ignore file of a folder: <c>.amlignore</c> if it exists, else <c>.gitignore</c>, in the folder itself only. Parents and
/// subfolders have none of their own, and nothing is ignored by default: those are the reference client's rules.
/// </summary>
internal static class IgnoreFile
{
    /// <summary>What it may be called; the first counts.</summary>
    public static IReadOnlyList<string> Names { get; } = [".amlignore", ".gitignore"];

    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the folder's ignore file, if any; the extra patterns count as written behind the file's own.</summary>
    /// <exception cref="JobAssetException">The file cannot be read, or one of its lines is no pattern.</exception>
    public static IgnoreScope Read(string folder, IReadOnlyList<string> extraPatterns) =>
        ReadFrom(Names.Select(name => Path.Join(folder, name)).FirstOrDefault(File.Exists), extraPatterns);

    /// <summary>The extra patterns alone.</summary>
    public static IgnoreScope None(IReadOnlyList<string> extraPatterns) => ReadFrom(file: null, extraPatterns);

    /// <summary>Reads an ignore file, if there is one.</summary>
    /// <exception cref="JobAssetException">The file cannot be read, or one of its lines is no pattern.</exception>
    public static IgnoreScope ReadFrom(string? file, IReadOnlyList<string> extraPatterns)
    {
        string[] lines = file is null ? [] : ReadLines(file);
        var patterns = new List<IgnorePattern>();
        foreach ((int index, string line) in lines.Concat(extraPatterns).Index())
        {
            try
            {
                if (IgnorePattern.Parse(line) is { } pattern)
                {
                    patterns.Add(pattern);
                }
            }
            catch (FormatException e)
            {
                throw new JobAssetException(file ?? "", $"Line {index + 1} of '{file}', \"{line.Trim()}\", is not an ignore pattern: {e.Message}.", e);
            }
        }

        return IgnoreScope.Root(patterns);
    }

    /// <summary>The ignore file that a folder has, or would have.</summary>
    public static string PathIn(string folder)
    {
        string[] paths = [.. Names.Select(name => Path.Join(folder, name))];
        return paths.FirstOrDefault(File.Exists) ?? paths[0];
    }

    private static string[] ReadLines(string file)
    {
        try
        {
            return File.ReadAllLines(file, _strictUtf8);
        }
        catch (DecoderFallbackException e)
        {
            throw new JobAssetException(file, $"'{file}' is not UTF-8 text. Save it as UTF-8.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw JobAssetException.Unreadable(file, e);
        }
    }
}
