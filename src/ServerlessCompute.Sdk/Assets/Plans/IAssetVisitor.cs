namespace ServerlessCompute;

/// <summary>Sees everything in a job that may have to be uploaded, registered or looked up, and may put something else in its place.</summary>
internal interface IAssetVisitor
{
    AssetPath VisitCode(AssetPath code);

    DataInput VisitData(DataInput data);

    JobEnvironment VisitEnvironment(JobEnvironment environment);

    /// <summary>The environment variables of something that runs.</summary>
    ValueMap<EnvironmentValue> VisitVariables(ValueMap<EnvironmentValue> variables) => variables;
}
