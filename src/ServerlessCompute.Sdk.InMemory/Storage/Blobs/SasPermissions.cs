namespace ServerlessCompute;

/// <summary>What a shared access signature allows, by the letters of its <c>sp</c>.</summary>
[Flags]
internal enum SasPermissions
{
    None = 0,
    Read = 1,
    Add = 2,
    Create = 4,
    Write = 8,
    Delete = 16,
    List = 32,
    All = Read | Add | Create | Write | Delete | List,
}
