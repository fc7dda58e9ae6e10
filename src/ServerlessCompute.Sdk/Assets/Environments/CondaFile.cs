namespace ServerlessCompute;

/// <summary>A conda file as it is sent.</summary>
internal static class CondaFile
{
    public static string Read(string path) => File.ReadAllText(path);
}
