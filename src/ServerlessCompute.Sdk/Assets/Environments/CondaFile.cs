using System.Text;

namespace ServerlessCompute;

/// <summary>
/// A conda file as it is sent. The reference client reads the YAML and writes it anew, and its hash of an environment is one of that
/// text, so here the same is done; a file with YAML that conda files do not use (anchors, tags, texts of several lines) is sent as it is, which
/// the service takes as well.
/// </summary>
internal static class CondaFile
{
    /// <summary>Far beyond any list of packages.</summary>
    private const long MaxBytes = 1024 * 1024;

    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="path">The file's absolute path.</param>
    /// <exception cref="JobAssetException">The file is missing, empty, too large, no text, or cannot be read.</exception>
    public static string Read(string path)
    {
        string text = ReadText(path);
        return string.IsNullOrWhiteSpace(text)
            ? throw new JobAssetException(path, $"The conda file '{path}' is empty. Write at least its dependencies, or use .WithImage(image) alone.")
            : Normalize(text);
    }

    /// <summary>The text as the reference client would write it, or, with '\n' between lines, as it is.</summary>
    public static string Normalize(string text) =>
        YamlReader.TryRead(text) is { } tree && YamlWriter.CanWrite(tree) ? YamlWriter.Write(tree) : text.ReplaceLineEndings("\n");

    private static string ReadText(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                throw Directory.Exists(path)
                    ? new JobAssetException(path, $"The conda file '{path}' is a folder. Name the file in it; for a folder with a Dockerfile there is .WithBuild(folder).")
                    : JobAssetException.Missing(path, "conda file");
            }

            return file.Length <= MaxBytes
                ? File.ReadAllText(path, _strictUtf8)
                : throw new JobAssetException(path, $"The conda file '{path}' has more than {MaxBytes:N0} bytes. Is it the right file?");
        }
        catch (DecoderFallbackException e)
        {
            throw new JobAssetException(path, $"The conda file '{path}' is not UTF-8 text. Save it as UTF-8.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw JobAssetException.Unreadable(path, e);
        }
    }
}
