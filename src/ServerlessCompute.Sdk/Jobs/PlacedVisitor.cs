namespace ServerlessCompute;

/// <summary>Lets another visitor see a job that stands within a job: every place begins with where.</summary>
/// <param name="where">The place of the job.</param>
/// <param name="visitor">The other visitor.</param>
internal sealed class PlacedVisitor(string where, JobVisitor visitor) : JobVisitor
{
    public override AssetPath Code(string place, AssetPath code) => visitor.Code(At(place), code);

    public override JobEnvironment Environment(string place, JobEnvironment environment) => visitor.Environment(At(place), environment);

    public override AssetPath? ComponentCode(string place, AssetPath? code, ValueList<AssetPath> additionalIncludes) => visitor.ComponentCode(At(place), code, additionalIncludes);

    public override ValueList<AssetPath> AdditionalIncludes(ValueList<AssetPath> additionalIncludes) => visitor.AdditionalIncludes(additionalIncludes);

    public override string Component(string place, string reference) => visitor.Component(At(place), reference);

    public override ComponentSource Component(string place, Component definition) => visitor.Component(At(place), definition);

    public override ValueMap<EnvironmentValue> Variables(string place, ValueMap<EnvironmentValue> variables) => visitor.Variables(At(place), variables);

    public override Input Input(string place, Input input) => visitor.Input(At(place), input);

    public override Output Output(string place, Output output) => visitor.Output(At(place), output);

    public override string Compute(string place, string compute) => visitor.Compute(At(place), compute);

    public override string Datastore(string place, string datastore) => visitor.Datastore(At(place), datastore);

    public override ResourceConfiguration Resources(string place, ResourceConfiguration resources) => visitor.Resources(At(place), resources);

    public override QueueSettings Queue(string place, QueueSettings settings) => visitor.Queue(At(place), settings);

    public override Distribution Distribution(string place, Distribution distribution) => visitor.Distribution(At(place), distribution);

    public override void CodeFile(string place, AssetPath code, string file) => visitor.CodeFile(At(place), code, file);

    public override T Settle<T>(string place, T said, Func<T, T> settle) => visitor.Settle(At(place), said, settle);

    public override void Part(string place, JobPart part) => visitor.Part(At(place), part);

    private string At(string place) => $"{where}.{place}";
}
