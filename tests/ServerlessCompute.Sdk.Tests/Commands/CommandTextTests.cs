namespace ServerlessCompute;

/// <summary>What an interpolated command says, and how its holes get their names.</summary>
internal sealed class CommandTextTests
{
    private static Input<double> Rate { get; } = 0.01;

    private DataInput Data { get; } = Input.UriFolder("azureml://datastores/d/paths/x/");

    [Test]
    public void Hole_Variable_NamesTheInput()
    {
        Input<double> learningRate = 0.01;
        Output model = Output.MlflowModel();

        Assert.That(Text($"train --lr {learningRate} --out {model}"), Is.EqualTo("train --lr ${{inputs.learningRate}} --out ${{outputs.model}}"));
    }

    [Test]
    public void Hole_VariableNamedLikeAKeyword_LosesItsMark()
    {
        Input<int> @class = 3;

        Assert.That(Text($"{@class}"), Is.EqualTo("${{inputs.class}}"));
    }

    [Test]
    public void Hole_Member_NamesTheInputByItsLastPart()
    {
        var job = new { Inner = new { Table = Input.MLTable("azureml:t:1") } };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text($"{this.Data}"), Is.EqualTo("${{inputs.Data}}"));
            Assert.That(Text($"{Data}"), Is.EqualTo("${{inputs.Data}}"));
            Assert.That(Text($"{CommandTextTests.Rate}"), Is.EqualTo("${{inputs.Rate}}"));
            Assert.That(Text($"{job.Inner.Table}"), Is.EqualTo("${{inputs.Table}}"));
            Assert.That(Text($"{((Data))}"), Is.EqualTo("${{inputs.Data}}"));
            Assert.That(Text($"{(Input)Data}"), Is.EqualTo("${{inputs.Data}}"));
        }
    }

    [Test]
    public void Hole_SaidToBeNotNull_IsNamedAllTheSame()
    {
        Input<int>? perhaps = 3;

        Assert.That(Text($"{perhaps!}"), Is.EqualTo("${{inputs.perhaps}}"));
    }

    [Test]
    public void Hole_Named_KeepsThatName()
    {
        Input<double> rate = 0.01;
        Input<double> renamed = rate.Named("lr");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text($"{rate.Named("lr")}"), Is.EqualTo("${{inputs.lr}}"));
            Assert.That(Text($"{renamed}"), Is.EqualTo("${{inputs.lr}}"));
            Assert.That(Text($"{Output.UriFolder().Named("out")}"), Is.EqualTo("${{outputs.out}}"));
        }
    }

    [Test]
    public void Hole_NoIdentifier_HasNoName()
    {
        Input<int>[] numbers = [1, 2];
        CommandText command = $"{numbers[0]}";

        Assert.That(command.Holes[0].Name, Is.Null);
        Assert.That(command.Holes[0].Expression, Is.EqualTo("numbers[0]"));
    }

    [Test]
    public void Hole_SameObjectTwice_IsOneInput()
    {
        Input<int> seed = 7;
        CommandJob job = Command.Run($"a {seed} b {seed}");

        Assert.That(job.Command.Text, Is.EqualTo("a ${{inputs.seed}} b ${{inputs.seed}}"));
        Assert.That(job.AllInputs, Is.EqualTo((ValueMap<Input>)[new("seed", 7)]));
        Assert.That(job.Command.Holes[0].IsSameObject(job.Command.Holes[1]));
    }

    [Test]
    public void Hole_AnotherCommand_IsSplicedWithItsInputs()
    {
        Input<int> seed = 7;
        CommandText tail = $"--seed {seed}";
        CommandJob job = Command.Run($"train {tail} --end");

        Assert.That(job.Command.Text, Is.EqualTo("train --seed ${{inputs.seed}} --end"));
        Assert.That(job.AllInputs.Keys, Is.EqualTo(new[] { "seed" }));
    }

    [Test]
    public void Hole_PlainValue_BecomesTextAsPythonSpellsIt() =>
        Assert.That(
            Text($"{"text"} {true} {false} {3} {4L} {1e-5} {1.0} {0.5f} {0.10m} {(string?)null}|"),
            Is.EqualTo("text True False 3 4 1e-05 1.0 0.5 0.10 |"));

    [Test]
    public void Text_PlainString_IsTakenAsItIs()
    {
        CommandText command = "train --lr ${{inputs.lr}} $[[--seed ${{inputs.seed}}]]";

        Assert.That(command.Text, Is.EqualTo("train --lr ${{inputs.lr}} $[[--seed ${{inputs.seed}}]]"));
        Assert.That(command.Holes, Is.Empty);
    }

    [Test]
    public void Text_RawString_TakesHolesOfTheService()
    {
        Input<int> seed = 7;

        Assert.That(Text($$$"""train $[[--lr ${{inputs.lr}}]] {{{seed}}}"""), Is.EqualTo("train $[[--lr ${{inputs.lr}}]] ${{inputs.seed}}"));
    }

    [Test]
    public void Equals_SameText_IsWhatCounts()
    {
        Input<int> seed = 7;
        CommandText holes = $"a {seed}";
        CommandText plain = "a ${{inputs.seed}}";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(holes, Is.EqualTo(plain));
            Assert.That(holes.GetHashCode(), Is.EqualTo(plain.GetHashCode()));
            Assert.That(holes == plain && !(holes != plain));
            Assert.That(holes.ToString(), Is.EqualTo(plain.Text));
            Assert.That(holes, Is.Not.EqualTo(CommandText.Empty));
        }
    }

    [TestCase("")]
    [TestCase(" \t\n")]
    public void IsEmpty_WhiteSpace_IsEmpty(string text) => Assert.That(((CommandText)text).IsEmpty);

    [Test]
    public void AppendLiteral_AfterTheTextWasRead_IsRefused()
    {
        CommandText command = $"a";
        _ = command.Text;

        Assert.That(() => command.AppendLiteral("b"), Throws.InvalidOperationException);
    }

    private static string Text(CommandText command) => command.Text;
}
