using CsCheck;

namespace ServerlessCompute;

/// <summary>Components are the same in YAML, in the specification that is registered and in the C# that is written for them.</summary>
internal sealed class ComponentTreeTests
{
    private static readonly long Many = Math.Max(200, Check.Iter);

    [Test]
    public void Yaml_AnyComponent_ReadsBackEqual() => RoundTrip(Dialect.Yaml);

    [Test]
    public void Spec_AnyComponent_ReadsBackEqual() => RoundTrip(Dialect.Step);

    [Test]
    public void ToCSharp_AnyComponent_CompilesAndMakesAnEqualOne() => Components(Dialect.Step).Array[60].Sample(
        components => Assert.That(CompiledJobs.Make<Component>([.. components.Select(component => component.ToCSharp())]), Is.EqualTo(components)),
        iter: 1,
        seed: "0000000000001");

    private static void RoundTrip(Dialect dialect) => Components(dialect).Sample(
        component => Read(component, dialect) is { } read && read.Equals(component),
        iter: Many,
        print: component => $"{Text(component, dialect)}\n{(Read(component, dialect) is { } read ? Text(read, dialect) : "")}");

    private static Gen<Component> Components(Dialect dialect) => new GenTable(dialect).Of(ComponentTables.Component);

    private static Component? Read(Component component, Dialect dialect) =>
        ComponentTables.Component.TryRead(ComponentTables.Component.Write(component, dialect), new ListeningReader(dialect), out Component? read) ? read : null;

    private static string Text(Component component, Dialect dialect) => TreeJson.ToRaw(ComponentTables.Component.Write(component, dialect)).ToString();
}
