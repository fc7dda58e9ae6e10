namespace ServerlessCompute;

internal sealed class CommandRendererTests
{
    private static readonly Dictionary<string, string> Inputs = new(StringComparer.Ordinal) { ["lr"] = "0.01", ["data"] = "in/data", ["a.b"] = "dotted", ["empty"] = "", ["evil"] = "${{inputs.lr}} $[[x]]" };
    private static readonly Dictionary<string, string> Outputs = new(StringComparer.Ordinal) { ["model"] = "out/model" };

    [TestCase("train --lr ${{inputs.lr}} --data ${{inputs.data}} --out ${{outputs.model}}", "train --lr 0.01 --data in/data --out out/model")]
    [TestCase("${{ inputs.lr }} ${{inputs . lr}} ${{  inputs.a.b }}", "0.01 0.01 dotted")]
    [TestCase("[${{inputs.empty}}]", "[]")]
    [TestCase("--lr ${{search_space.lr}}", "--lr 0.01")]
    [TestCase("a $[[--lr ${{inputs.lr}}]] b", "a --lr 0.01 b")]
    [TestCase("a $[[--epochs ${{inputs.epochs}}]] b", "a  b")]
    [TestCase("a $[[--lr ${{inputs.lr}} --epochs ${{inputs.epochs}}]]$[[ -o ${{outputs.model}}]]", "a  -o out/model")]
    [TestCase("$[[always]]", "always")]
    [TestCase("echo ${HOME} $HOME ${#x} ${x[0]} [[ -e f ]] {{x}}", "echo ${HOME} $HOME ${#x} ${x[0]} [[ -e f ]] {{x}}")]
    [TestCase("echo ${{inputs.evil}}", "echo ${{inputs.lr}} $[[x]]")]
    public void Render_References_BecomeValues(string command, string expected) =>
        Assert.That(new CommandRenderer(Inputs, Outputs).Render(command), Is.EqualTo(expected));

    [TestCase("x ${{inputs.rate}}", "${{inputs.rate}}, but the job has no such input. It has: a.b, data, empty, evil, lr")]
    [TestCase("x ${{outputs.models}}", "${{outputs.models}}, but the job has no such output. It has: model")]
    [TestCase("x ${{parent.inputs.x}}", "can refer to ${{inputs.name}} and ${{outputs.name}} only")]
    [TestCase("x ${{name}}", "can refer to ${{inputs.name}} and ${{outputs.name}} only")]
    public void Render_UnknownReference_IsRefusedByName(string command, string expected) =>
        Assert.That(() => new CommandRenderer(Inputs, Outputs).Render(command), Throws.TypeOf<LocalRunException>().With.Message.Contains(expected));
}
