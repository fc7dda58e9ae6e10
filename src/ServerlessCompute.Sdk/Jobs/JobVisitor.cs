namespace ServerlessCompute;

/// <summary>
/// Sees the parts of a job that somebody has to do something about before it is sent, and may put others in their places: what is uploaded
/// or registered first, and what not every version of the contract knows. Each kind of job shows its parts in
/// <see cref="Job.Visit"/>, the only place to change when a kind gets a part.
/// </summary>
internal abstract class JobVisitor
{
    /// <summary>Code: a folder, a file, or a snapshot's id.</summary>
    /// <param name="place">Where in the job it stands, in REST's names, for messages.</param>
    /// <param name="code">The code.</param>
    public virtual AssetPath Code(string place, AssetPath code) => code;

    /// <summary>Software.</summary>
    /// <inheritdoc cref="Code"/>
    public virtual JobEnvironment Environment(string place, JobEnvironment environment) => environment;

    /// <summary>The code of a component, or of a step that becomes one, with its additional includes. What is in a component is seen before it.</summary>
    /// <param name="place">Where in the job it stands, in REST's names, for messages.</param>
    /// <param name="code">The code; null when there are only includes, or nothing.</param>
    /// <param name="additionalIncludes">Files and folders that lie beside the code's own when it runs.</param>
    public virtual AssetPath? ComponentCode(string place, AssetPath? code, ValueList<AssetPath> additionalIncludes) => code;

    /// <summary>The additional includes of a component. Its specification names them as they were written; what is in them goes with the code.</summary>
    /// <param name="additionalIncludes">Files and folders that lie beside the code's own when it runs.</param>
    public virtual ValueList<AssetPath> AdditionalIncludes(ValueList<AssetPath> additionalIncludes) => additionalIncludes;

    /// <summary>A component that is registered: <c>azureml:name:version</c>, an address, an id.</summary>
    /// <param name="place">Where in the job it stands, in REST's names, for messages.</param>
    /// <param name="reference">The component.</param>
    public virtual string Component(string place, string reference) => reference;

    /// <summary>A component described in place, after everything in it. The result may be the reference that stands for it from then on.</summary>
    /// <param name="place">Where in the job it stands, in REST's names, for messages.</param>
    /// <param name="definition">The component.</param>
    public virtual ComponentSource Component(string place, Component definition) => definition;

    /// <summary>The environment variables of something that runs.</summary>
    /// <param name="place">Where in the job it stands, in REST's names, for messages.</param>
    /// <param name="variables">The variables.</param>
    public virtual ValueMap<EnvironmentValue> Variables(string place, ValueMap<EnvironmentValue> variables) => variables;

    /// <summary>What flows in.</summary>
    /// <inheritdoc cref="Code"/>
    public virtual Input Input(string place, Input input) => input;

    /// <summary>What flows out.</summary>
    /// <inheritdoc cref="Code"/>
    public virtual Output Output(string place, Output output) => output;

    /// <summary>A named compute.</summary>
    /// <inheritdoc cref="Code"/>
    public virtual string Compute(string place, string compute) => compute;

    /// <summary>A named datastore.</summary>
    /// <inheritdoc cref="Code"/>
    public virtual string Datastore(string place, string datastore) => datastore;

    /// <summary>A named compute that the service takes by its name as well as by its id.</summary>
    /// <inheritdoc cref="Code"/>
    public virtual string ComputeName(string place, string compute) => compute;

    /// <summary>Machines.</summary>
    /// <inheritdoc cref="Code"/>
    public virtual ResourceConfiguration Resources(string place, ResourceConfiguration resources) => resources;

    /// <summary>A place in the queue.</summary>
    /// <inheritdoc cref="Code"/>
    public virtual QueueSettings Queue(string place, QueueSettings settings) => settings;

    /// <summary>How processes find each other.</summary>
    /// <inheritdoc cref="Code"/>
    public virtual Distribution Distribution(string place, Distribution distribution) => distribution;

    /// <summary>A file that the code has to contain.</summary>
    /// <param name="place">Where in the job it stands, in REST's names, for messages.</param>
    /// <param name="code">The code, as the visitor gave it back.</param>
    /// <param name="file">The file's path within the code.</param>
    public virtual void CodeFile(string place, AssetPath code, string file)
    {
    }

    /// <summary>A part that a job may leave open and the service is told: whoever prepares the job to be sent settles it.</summary>
    /// <param name="place">Where in the job it stands, in REST's names, for messages.</param>
    /// <param name="said">What the job says.</param>
    /// <param name="settle">Gives what is sent.</param>
    public virtual T Settle<T>(string place, T said, Func<T, T> settle) => said;

    /// <summary>Anything that has members which nobody knows.</summary>
    /// <inheritdoc cref="Code"/>
    public virtual void Part(string place, JobPart part)
    {
    }

    /// <summary>A map of inputs; the same map when the visitor replaces nothing.</summary>
    public ValueMap<Input> Inputs(string place, ValueMap<Input> inputs) => Each(place, inputs, Input);

    /// <summary>A map of outputs; the same map when the visitor replaces nothing.</summary>
    public ValueMap<Output> Outputs(string place, ValueMap<Output> outputs) => Each(place, outputs, Output);

    /// <summary>A part that may not be there.</summary>
    public static T? Maybe<T>(string place, T? part, Func<string, T, T> visit)
        where T : class => part is null ? null : visit(place, part);

    /// <summary>The entries of a map; the same map when the visitor replaces nothing.</summary>
    public static ValueMap<T> Each<T>(string place, ValueMap<T> map, Func<string, T, T> visit)
        where T : class
    {
        KeyValuePair<string, T>[]? replaced = null;
        for (int i = 0; i < map.Count; i++)
        {
            ref readonly KeyValuePair<string, T> entry = ref map.Entries[i];
            T visited = visit($"{place}.{entry.Key}", entry.Value);
            if (!ReferenceEquals(visited, entry.Value))
            {
                replaced ??= map.Entries.ToArray();
                replaced[i] = new(entry.Key, visited);
            }
        }

        return replaced is null ? map : ValueMap.Create<T>(replaced);
    }
}
