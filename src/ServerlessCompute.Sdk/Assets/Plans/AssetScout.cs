namespace ServerlessCompute;

/// <summary>Sees whether files have to be read to plan a job.</summary>
internal sealed class AssetScout : JobVisitor
{
    public bool FindsFiles { get; private set; }

    public override AssetPath Code(string place, AssetPath code)
    {
        FindsFiles |= code.IsLocal;
        return code;
    }

    public override Input Input(string place, Input input)
    {
        FindsFiles |= input is DataInput { Path.IsLocal: true };
        return input;
    }

    public override JobEnvironment Environment(string place, JobEnvironment environment)
    {
        FindsFiles |= environment.CondaFile is not null || environment.BuildContext is not null;
        return environment;
    }

    public override AssetPath? ComponentCode(string place, AssetPath? code, ValueList<AssetPath> additionalIncludes)
    {
        FindsFiles |= code is { IsLocal: true } || additionalIncludes.Count > 0;
        return code;
    }
}
