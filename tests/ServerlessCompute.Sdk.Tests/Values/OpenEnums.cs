namespace ServerlessCompute;

/// <summary>The open enums that the SDK has, one fixture each.</summary>
internal static class OpenEnums
{
    public static IEnumerable<TestFixtureData> Fixtures() => from type in typeof(IOpenEnum<>).Assembly.GetTypes()
                                                            where type.IsDefined(typeof(OpenEnumAttribute), inherit: false)
                                                            select new TestFixtureData { TypeArgs = [type] };
}
