namespace ServerlessCompute;

/// <summary>A folder of files for one test.</summary>
internal sealed class YamlFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("yaml-");

    public YamlFolder(params (string Path, string Text)[] files)
    {
        foreach ((string path, string text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
            File.WriteAllText(this[path], text);
        }
    }

    /// <summary>The absolute path of something in it.</summary>
    public string this[string path] => Path.GetFullPath(path, _folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);
}
