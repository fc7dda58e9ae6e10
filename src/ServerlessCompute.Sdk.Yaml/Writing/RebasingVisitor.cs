namespace ServerlessCompute;

/// <summary>Makes every relative local path of a job one that starts at another folder.</summary>
internal sealed class RebasingVisitor(string folder) : JobVisitor
{
    private readonly string _folder = Path.GetFullPath(folder);

    public override AssetPath Code(string place, AssetPath code) => Rebase(code);

    public override AssetPath? ComponentCode(string place, AssetPath? code, ValueList<AssetPath> additionalIncludes) => code is null ? null : Rebase(code);

    public override ValueList<AssetPath> AdditionalIncludes(ValueList<AssetPath> additionalIncludes) =>
        additionalIncludes.Count == 0 ? additionalIncludes : additionalIncludes.Select(Rebase).ToArray();

    public override JobEnvironment Environment(string place, JobEnvironment environment) => environment with
    {
        CondaFile = environment.CondaFile is { } conda ? Rebase(conda) : null,
        BuildContext = environment.BuildContext is { } context ? Rebase(context) : null,
    };

    public override Input Input(string place, Input input) => input is DataInput { Path: { } path } data ? data with { Path = Rebase(path) } : input;

    private AssetPath Rebase(AssetPath path)
    {
        if (!path.IsLocal || Path.IsPathRooted(path.Text) || path.Text.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            return path;
        }

        string relative = Path.GetRelativePath(_folder, path.ToAbsolute(Directory.GetCurrentDirectory())).Replace('\\', '/');
        bool isMarked = relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative);
        return new AssetPath(isMarked ? relative : "./" + relative) { BaseFolder = _folder };
    }
}
