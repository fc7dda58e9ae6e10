namespace ServerlessCompute;

/// <summary>Sees everything in a job that may have to be uploaded, registered or looked up, and may put something else in its place.</summary>
internal interface IAssetVisitor
{
    AssetPath VisitCode(AssetPath code);

    DataInput VisitData(DataInput data);

    JobEnvironment VisitEnvironment(JobEnvironment environment);
}
