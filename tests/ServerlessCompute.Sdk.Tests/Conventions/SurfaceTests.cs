using System.Reflection;

namespace ServerlessCompute;

/// <summary>The shape of the public types: where they live, what may derive from them, what may change.</summary>
internal sealed class SurfaceTests
{
    // What users mock: members are virtual, and a protected constructor makes the double.
    private static readonly string[] Mockable = ["ServerlessComputeClient", "JobRun"];

    [Test]
    public void PublicTypes_Always_LiveInOneNamespace() =>
        Assert.That(PublicSurface.Types.Where(type => type.Namespace != "ServerlessCompute").Select(PublicSurface.Describe), Is.Empty);

    [Test]
    public void Classes_Always_AreSealedOrAbstractOrStaticOrMockable()
    {
        IEnumerable<Type> open = PublicSurface.AllTypes
            .Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract)
            .Where(type => !Mockable.Contains(type.Name) && !IsBaseOfAnother(type));

        Assert.That(open.Select(PublicSurface.Describe), Is.Empty);
    }

    [Test]
    public void PublicRecords_Always_AreSealedOrAbstract() =>
        Assert.That(
            PublicSurface.Types.Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract && type.GetMethod("<Clone>$") is not null).Select(PublicSurface.Describe),
            Is.Empty);

    [Test]
    public void MockableTypes_Always_HaveVirtualMembersAndAProtectedConstructor()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (Type type in PublicSurface.Types.Where(type => Mockable.Contains(type.Name)))
            {
                IEnumerable<MethodInfo> members = PublicSurface.MethodsOf(type)
                    .Concat(PublicSurface.PropertiesOf(type).Select(property => property.GetMethod!))
                    .Where(method => !method.IsStatic && method.GetBaseDefinition().DeclaringType != typeof(object));

                Assert.That(members.Where(method => !method.IsVirtual || method.IsFinal).Select(PublicSurface.Describe), Is.Empty);
                Assert.That(type.GetConstructor(BindingFlags.NonPublic | BindingFlags.Instance, [])?.IsFamily, Is.True, $"{type.Name} has a protected constructor without parameters");
            }
        }
    }

    [Test]
    public void Properties_Always_AreSetOnlyOnce()
    {
        // Options are filled in by their maker before they are used; everything else is a value.
        IEnumerable<PropertyInfo> mutable = PublicSurface.Types
            .Where(type => !type.Name.EndsWith("Options", StringComparison.Ordinal))
            .SelectMany(PublicSurface.PropertiesOf)
            .Where(property => property.SetMethod is { } set && PublicSurface.IsVisible(set) && !PublicSurface.IsInitOnly(property));

        Assert.That(mutable.Select(PublicSurface.Describe), Is.Empty);
    }

    [Test]
    public void Fields_Always_AreConstantsOrReadOnlyStatics()
    {
        IEnumerable<FieldInfo> mutable = PublicSurface.Types
            .Where(type => !type.IsEnum)
            .SelectMany(PublicSurface.FieldsOf)
            .Where(field => !field.IsLiteral && !(field.IsStatic && field.IsInitOnly));

        Assert.That(mutable.Select(PublicSurface.Describe), Is.Empty);
    }

    [Test]
    public void PublicNames_Always_DifferFromTheNamesEveryFileSees()
    {
        IReadOnlySet<string> taken = ImplicitUsings.TypeNames();
        string[] clashes = [.. PublicSurface.Types.Where(type => !type.IsNested).Select(type => type.Name.Split('`')[0]).Where(taken.Contains)];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(taken, Does.Contain("Environment").And.Contains("Parallel").And.Contains("Path"));
            Assert.That(clashes, Is.Empty, "With implicit usings these names are ambiguous in the user's file.");
        }
    }

    // Exceptions form a tree; other classes that may be derived from are abstract.
    private static bool IsBaseOfAnother(Type type) => typeof(Exception).IsAssignableFrom(type);
}
