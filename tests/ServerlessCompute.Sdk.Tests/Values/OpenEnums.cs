namespace ServerlessCompute;

/// <summary>The open enums that the SDK has, one fixture each.</summary>
internal static class OpenEnums
{
    public static IEnumerable<TestFixtureData> Fixtures() => typeof(OpenEnumAttribute).Assembly.GetTypes()
        .Where(type => type.IsDefined(typeof(OpenEnumAttribute), inherit: false))
        .Select(type => new TestFixtureData { TypeArgs = [type] });
}
