using System.Reflection;

namespace ServerlessCompute;

/// <summary>No property of a job is forgotten when the job becomes a step.</summary>
internal sealed class InlineTableTests
{
    [Test]
    public void Command_EveryProperty_HasARow() => Assert.That(InlineTables.Command.Properties, Is.EquivalentTo(Of<CommandJob>()));

    [Test]
    public void Sweep_EveryProperty_HasARow() => Assert.That(
        InlineTables.Sweep.Properties,
        Is.EquivalentTo(Of<SweepJob>().Where(name => name != nameof(SweepJob.Trial)).Concat(Of<SweepTrial>().Select(name => $"{nameof(SweepJob.Trial)}.{name}"))));

    [Test]
    public void Spark_EveryProperty_HasARow() => Assert.That(InlineTables.Spark.Properties, Is.EquivalentTo(Of<SparkJob>()));

    [Test]
    public void Pipeline_EveryProperty_HasARow() => Assert.That(InlineTables.Pipeline.Properties, Is.EquivalentTo(Of<PipelineJob>()));

    /// <summary>What can be set.</summary>
    private static IEnumerable<string> Of<T>() =>
        typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null).Select(property => property.Name);
}
