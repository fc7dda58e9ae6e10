namespace ServerlessCompute;

/// <summary>Sees whether files have to be read to plan a job.</summary>
internal sealed class AssetScout : IAssetVisitor
{
    public bool FindsFiles { get; private set; }

    public AssetPath VisitCode(AssetPath code)
    {
        FindsFiles |= code.IsLocal;
        return code;
    }

    public DataInput VisitData(DataInput data)
    {
        FindsFiles |= data.Path is { IsLocal: true };
        return data;
    }

    public JobEnvironment VisitEnvironment(JobEnvironment environment)
    {
        FindsFiles |= environment.CondaFile is not null || environment.BuildContext is not null;
        return environment;
    }
}
