using System.Reflection;
using System.Runtime.CompilerServices;

namespace ServerlessCompute;

/// <summary>What the libraries show: their types, and the members that somebody wrote (not those that the compiler adds to a record).</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<Assembly> Assemblies { get; } = [.. Repository.Libraries.Select(Assembly.Load)];

    /// <summary>All public types, nested ones as well.</summary>
    public static IReadOnlyList<Type> Types { get; } = [.. Assemblies.SelectMany(assembly => assembly.GetExportedTypes())];

    /// <summary>All types of the libraries that somebody wrote, internal ones as well.</summary>
    public static IReadOnlyList<Type> AllTypes { get; } =
        [.. Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type.Namespace is not null && IsWritten(type) && (type.DeclaringType is null || IsWritten(type.DeclaringType)))];

    /// <summary>The methods a user can call or override, without those that a base class or interface from elsewhere asks for.</summary>
    public static IEnumerable<MethodInfo> MethodsOf(Type type) => type.GetMethods(Declared)
        .Where(method => IsVisible(method) && !method.IsSpecialName && IsWritten(method) && !IsAskedForElsewhere(method) && !typeof(Delegate).IsAssignableFrom(type));

    public static IEnumerable<PropertyInfo> PropertiesOf(Type type) => type.GetProperties(Declared)
        .Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible));

    public static IEnumerable<FieldInfo> FieldsOf(Type type) => type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly);

    /// <summary>Whether the type shows a member of this name (<c>#ctor</c> for constructors, as documentation files write it).</summary>
    public static bool Shows(Type type, string name) =>
        MethodsOf(type).Any(method => method.Name == name)
        || PropertiesOf(type).Any(property => property.Name == name)
        || FieldsOf(type).Any(field => field.Name == name)
        || (name == "#ctor" && type.GetConstructors(Declared).Any(IsVisible));

    public static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    public static bool IsInitOnly(PropertyInfo property) =>
        property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    public static string Describe(MemberInfo member) => member is Type type ? type.FullName! : $"{member.DeclaringType!.FullName}.{member.Name}";

    private static bool IsWritten(MemberInfo member) =>
        !member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !member.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsAskedForElsewhere(MethodInfo method) =>
        !Assemblies.Contains(method.GetBaseDefinition().DeclaringType!.Assembly) || ImplementsForeignInterface(method);

    private static bool ImplementsForeignInterface(MethodInfo method) => !method.DeclaringType!.IsInterface && method.DeclaringType.GetInterfaces()
        .Where(contract => !Assemblies.Contains(contract.Assembly))
        .Any(contract => method.DeclaringType.GetInterfaceMap(contract).TargetMethods.Contains(method));
}
