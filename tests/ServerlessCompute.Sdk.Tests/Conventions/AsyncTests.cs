using System.Reflection;

namespace ServerlessCompute;

/// <summary>What every asynchronous method promises: its name, its token, and that it has no blocking twin.</summary>
internal sealed class AsyncTests
{
    // These wait under a token that their object has already: the job's own.
    private static readonly string[] UnderTheJobsToken = ["ServerlessCompute.CommandContext.DelayAsync"];

    private static IReadOnlyList<MethodInfo> Methods { get; } = [.. PublicSurface.Types.SelectMany(PublicSurface.MethodsOf)];

    [Test]
    public void AsyncMethods_Always_SaySoInTheirName() =>
        Assert.That(Methods.Where(method => IsAsync(method) != method.Name.EndsWith("Async", StringComparison.Ordinal)).Select(PublicSurface.Describe), Is.Empty);

    [Test]
    public void AsyncMethods_Always_TakeACancellationTokenLastWithADefault()
    {
        IEnumerable<MethodInfo> without = Methods.Where(IsAsync).Where(method =>
            method.GetParameters() is not [.., { HasDefaultValue: true, Name: "cancellationToken" } last] || last.ParameterType != typeof(CancellationToken));

        Assert.That(without.Select(PublicSurface.Describe).Except(UnderTheJobsToken), Is.Empty);
    }

    [Test]
    public void AsyncMethods_Always_HaveNoBlockingTwin()
    {
        ILookup<Type, string> names = Methods.ToLookup(method => method.DeclaringType!, method => method.Name);
        IEnumerable<MethodInfo> twins = Methods.Where(method => names[method.DeclaringType!].Contains(method.Name + "Async"));

        Assert.That(twins.Select(PublicSurface.Describe), Is.Empty);
    }

    private static bool IsAsync(MethodInfo method)
    {
        Type type = method.ReturnType;
        return typeof(Task).IsAssignableFrom(type)
            || type == typeof(ValueTask)
            || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            || type.GetInterfaces().Append(type).Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));
    }
}
