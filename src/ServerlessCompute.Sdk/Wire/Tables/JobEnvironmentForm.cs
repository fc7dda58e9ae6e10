using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The software a job runs in: an id in REST; elsewhere a reference, or what the environment is made of.</summary>
internal sealed class JobEnvironmentForm : ValueForm<JobEnvironment>
{
    private const string FilePrefix = "file:";

    private const string CondaFile = "conda_file";

    private static readonly Shape<JobEnvironment> _build = new Shape<JobEnvironment>(new JobEnvironment())
        .Add(MemberNames.NotRest("path"), Forms.Path, e => e.BuildContext, (e, v) => e with { BuildContext = v })
        .Add(MemberNames.NotRest("dockerfile_path"), Forms.Text, e => e.DockerfilePath, (e, v) => e with { DockerfilePath = v });

    /// <summary>An environment described in place, as trees have it.</summary>
    private static readonly Shape<JobEnvironment> _inline = new Shape<JobEnvironment>(new JobEnvironment())
        .Add(MemberNames.NotRest("image"), Forms.Text, e => e.Image, (e, v) => e with { Image = v })
        .Add(MemberNames.NotRest(CondaFile), Forms.Path, e => e.CondaFile, (e, v) => e with { CondaFile = v }, takes: tree => tree is not TreeMap)
        .Add(MemberNames.NotRest(CondaFile), Forms.Json, e => e.Conda, (e, v) => e with { Conda = v }, takes: tree => tree is TreeMap)
        .Add(MemberNames.NotRest("build"), _build, e => e.BuildContext is null ? null : e, (e, v) => e with { BuildContext = v.BuildContext, DockerfilePath = v.DockerfilePath })
        .Add(MemberNames.NotRest("os_type"), new WordForm<EnvironmentOsType>(), e => e.OsType, (e, v) => e with { OsType = v })
        .Add(MemberNames.NotRest("description"), Forms.Text, e => e.Description, (e, v) => e with { Description = v })
        .Add(MemberNames.NotRest("tags"), Forms.Labels, e => e.Tags, (e, v) => e with { Tags = v })
        .Ignore("version", "id", "latest_version", "creation_context", "intellectual_property", "datastore")
        .WithMend(Mend);

    private static readonly Shape<JobEnvironment> _csharp = new Shape<JobEnvironment>(new JobEnvironment())
        .Add(MemberNames.NotRest("reference"), Forms.Text, e => e.Reference, (e, v) => e with { Reference = v })
        .Add(MemberNames.NotRest("image"), Forms.Text, e => e.Image, (e, v) => e with { Image = v })
        .Add(MemberNames.NotRest("conda_file"), Forms.Path, e => e.CondaFile, (e, v) => e with { CondaFile = v })
        .Add(MemberNames.NotRest("conda"), Forms.Json, e => e.Conda, (e, v) => e with { Conda = v })
        .Add(MemberNames.NotRest("path"), Forms.Path, e => e.BuildContext, (e, v) => e with { BuildContext = v })
        .Add(MemberNames.NotRest("dockerfile_path"), Forms.Text, e => e.DockerfilePath, (e, v) => e with { DockerfilePath = v })
        .Add(MemberNames.NotRest("os_type"), new WordForm<EnvironmentOsType>(), e => e.OsType, (e, v) => e with { OsType = v })
        .Add(MemberNames.NotRest("description"), Forms.Text, e => e.Description, (e, v) => e with { Description = v })
        .Add(MemberNames.NotRest("tags"), Forms.Labels, e => e.Tags, (e, v) => e with { Tags = v });

    public override bool IsUnset(JobEnvironment value) => value is null;

    public override void WriteRest(Utf8JsonWriter writer, JobEnvironment value) => writer.WriteStringValue(value.Reference);

    public override JobEnvironment ReadRest(ref Utf8JsonReader reader) => new() { Reference = WireValue.Text(ref reader) };

    public override Tree Write(JobEnvironment value, Dialect dialect)
    {
        if (value.Reference is { } reference)
        {
            bool isBare = !reference.StartsWith(AssetName.Prefix, StringComparison.OrdinalIgnoreCase);
            return isBare ? AssetName.Prefix + reference : reference;
        }

        return _inline.Write(value, dialect);
    }

    public override bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out JobEnvironment value)
    {
        value = null;
        if (tree is TreeScalar { Kind: ScalarKind.Text } text)
        {
            if (reader.Dialect != Dialect.Yaml || text.Text.StartsWith(AssetName.Prefix, StringComparison.Ordinal))
            {
                value = new JobEnvironment { Reference = text.Text };
                return true;
            }

            return text.Text.StartsWith(FilePrefix, StringComparison.Ordinal) ? reader.Follow(text) is { } file && TryRead(file, reader, out value) : NoReference(text, reader);
        }

        if (tree is not TreeMap map)
        {
            return Wrong(tree, reader, "The name of an environment, or a map with 'image' or 'build'");
        }

        if (reader.Dialect == Dialect.Yaml && TryReadMisplaced(map, reader, out value))
        {
            return true;
        }

        return _inline.TryRead(map, reader, out value);
    }

    public override void WriteCSharp(CSharpText text, JobEnvironment value)
    {
        if (value.AdditionalProperties.Count == 0 && value.Reference is { } reference)
        {
            text.Text(reference);
        }
        else
        {
            _csharp.WriteCSharp(text, value);
        }
    }

    private static bool NoReference(TreeScalar text, TreeReader reader)
    {
        string name = text.Text;
        string fix = name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) ? $"If it is a file, write {FilePrefix}{name}."
            : name.Contains('/', StringComparison.Ordinal) ? $"If it is a container image, write 'environment:' and below it 'image: {name}'."
            : $"Write {AssetName.Prefix}{name}; for a container image, write 'environment:' and below it 'image: {name}'.";
        reader.Report(text.Place, $"'{name}' is no reference to an environment.", fix);
        return false;
    }

    /// <summary>An environment's name where an image belongs: nothing could pull that image, and published pages write it.</summary>
    private static bool TryReadMisplaced(TreeMap map, TreeReader reader, [MaybeNullWhen(false)] out JobEnvironment value)
    {
        value = null;
        if (map.Get("image") is not TreeScalar { Kind: ScalarKind.Text, Text: var image } at
            || !image.StartsWith(AssetName.Prefix, StringComparison.Ordinal) || map.TryGet(CondaFile, out _) || map.TryGet("build", out _))
        {
            return false;
        }

        reader.Enter("image");
        reader.Warn(at.Place, $"'{image}' is an environment, not an image; it is taken for the environment.", $"Write 'environment: {image}'.");
        reader.Leave();
        value = new JobEnvironment { Reference = image };
        return true;
    }

    private static TreeMap Mend(TreeMap map, TreeReader reader)
    {
        if (map.Get("name") is TreeScalar { Kind: ScalarKind.Text, Text: var name } at)
        {
            reader.Enter("name");
            reader.Warn(at.Place, $"The name '{name}' is left out: an environment described in a job is registered under its content.", $"To use the registered one, write 'environment: {AssetName.Prefix}{name}:VERSION'.");
            reader.Leave();
        }

        if (map.TryGet("inference_config", out Tree? config))
        {
            reader.Enter("inference_config");
            reader.Warn(config.Place, "A job answers no requests: this is left out.", "Take it out.");
            reader.Leave();
        }

        if (map.TryGet("dependencies", out Tree? dependencies) || map.TryGet("channels", out dependencies))
        {
            reader.Report(dependencies.Place, "This is what a conda file says, not an environment.", $"Write it below '{CondaFile}:', beside an 'image:'.");
        }

        return map.Without("name", "inference_config", "dependencies", "channels");
    }
}
