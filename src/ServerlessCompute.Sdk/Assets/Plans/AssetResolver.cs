namespace ServerlessCompute;

/// <summary>Puts what the service has named in the places of the placeholders of a planned job.</summary>
/// <param name="named">Ids and addresses by placeholder.</param>
internal sealed class AssetResolver(IReadOnlyDictionary<string, string> named) : JobVisitor
{
    public override AssetPath Code(string place, AssetPath code) => Resolve(code);

    public override Input Input(string place, Input input) =>
        input is DataInput { Path: { } path } data && Resolve(path) is var resolved && !ReferenceEquals(resolved, path) ? data with { Path = resolved } : input;

    public override JobEnvironment Environment(string place, JobEnvironment environment) =>
        environment.Reference is { } reference && named.TryGetValue(reference, out string? id) && id != reference ? environment with { Reference = id } : environment;

    public override AssetPath? ComponentCode(string place, AssetPath? code, ValueList<AssetPath> additionalIncludes) => code is null ? null : Resolve(code);

    public override string Component(string place, string reference) => named.GetValueOrDefault(reference, reference);

    private AssetPath Resolve(AssetPath path)
    {
        // A folder's address ends with a slash, that of the data itself does not.
        string text = path.Text.EndsWith('/') && named.TryGetValue(path.Text[..^1], out string? folder)
            ? folder + "/"
            : named.GetValueOrDefault(path.Text, path.Text);
        return text == path.Text ? path : new AssetPath(text);
    }
}
