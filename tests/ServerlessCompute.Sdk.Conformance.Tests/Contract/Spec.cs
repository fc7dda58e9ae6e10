namespace ServerlessCompute;

/// <summary>The names and rules of the REST contract, read from <c>contract.txt</c>, which is made from the specification.</summary>
internal sealed class Spec
{
    private readonly Dictionary<string, SpecModel> _models = [];
    private readonly Dictionary<string, string[]> _enums = [];

    private Spec(IEnumerable<string> lines)
    {
        List<SpecMember> members = [];
        foreach (string line in lines.Where(line => line is not ['#', ..]))
        {
            switch (line.Split(' '))
            {
                case ["model", var name]:
                    members = [];
                    _models.Add(name, new SpecModel(name, members));
                    break;
                case ["enum", var name, .. var words]:
                    _enums.Add(name, words);
                    break;
                case ["switch", var name, var discriminator, .. var choices]:
                    _models.Add(name, new SpecModel(name, []) { Discriminator = discriminator, Choices = [.. choices.Select(SpecChoice.Parse)] });
                    break;
                default:
                    members.Add(SpecMember.Parse(line));
                    break;
            }
        }
    }

    /// <summary>The contract.</summary>
    public static Spec Contract { get; } = new(File.ReadLines(Repository.Folder("tests", "ServerlessCompute.Sdk.Conformance.Tests", "Contract", "contract.txt")));

    public IReadOnlyCollection<SpecModel> Models => _models.Values;

    public SpecModel? FindModel(string name) => _models.GetValueOrDefault(name);

    public string[]? FindWords(string name) => _enums.GetValueOrDefault(name);
}
