namespace ServerlessCompute;

internal sealed class InputTests
{
    [Test]
    public void Conversions_PlainValues_MakeLiterals()
    {
        Input[] inputs = ["text", 0.5, 3, true];

        Assert.That(inputs, Is.EqualTo(new Input[] { Input.Literal("text"), Input.Literal(0.5), Input.Literal(3), Input.Literal(true) }));
        Assert.That(inputs.Cast<LiteralInput>().Select(input => input.Value), Is.EqualTo(new[] { "text", "0.5", "3", "True" }));
    }

    [Test]
    public void Typed_OtherTypes_AreRefusedWithAdvice() =>
        Assert.That(() => new Input<DateTimeOffset>(default), Throws.ArgumentException.With.Message.Contains("Input.UriFolder"));

    [Test]
    public void Factories_EachKind_SayTheirType()
    {
        DataInput[] inputs =
        [
            Input.UriFile("p"), Input.UriFolder("p"), Input.MLTable("p"), Input.CustomModel("p"), Input.MlflowModel("p"), Input.TritonModel("p", InputMode.Direct),
        ];

        Assert.That(inputs.Select(input => input.Type.Value), Is.EqualTo(new[] { "uri_file", "uri_folder", "mltable", "custom_model", "mlflow_model", "triton_model" }));
        Assert.That(inputs[^1].Mode, Is.EqualTo(InputMode.Direct));
        Assert.That(inputs[0].Mode.Value, Is.Null);
    }

    [Test]
    public void Outputs_EachKind_SayTheirType()
    {
        Output[] outputs =
        [
            Output.UriFile(), Output.UriFolder(), Output.MLTable(), Output.CustomModel(), Output.MlflowModel(), Output.TritonModel("azureml://p", OutputMode.Upload),
        ];

        Assert.That(outputs.Select(output => output.Type.Value), Is.EqualTo(new[] { "uri_file", "uri_folder", "mltable", "custom_model", "mlflow_model", "triton_model" }));
        Assert.That(outputs[^1], Is.EqualTo(new Output { Type = OutputType.TritonModel, Path = "azureml://p", Mode = OutputMode.Upload }));
    }

    [Test]
    public void Named_DoesNotCount_WhenCompared()
    {
        DataInput data = Input.UriFolder("p");
        Output output = Output.UriFolder();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(data.Named("a"), Is.EqualTo(data));
            Assert.That(data.Named("a").GetHashCode(), Is.EqualTo(data.GetHashCode()));
            Assert.That(output.Named("a"), Is.EqualTo(output));
            Assert.That(output.Named("a").GetHashCode(), Is.EqualTo(output.GetHashCode()));
            Assert.That(() => data.Named(" "), Throws.ArgumentException);
        }
    }

    [Test]
    public void Equals_KindsWithTheSameText_Differ() =>
        Assert.That((Input)Input.Literal("p"), Is.Not.EqualTo((Input)Input.UriFile("p")));

    [Test]
    public void RegisteredAs_NameAndVersion_AreKept()
    {
        Output model = Output.MlflowModel();

        Assert.That(model.RegisteredAs("iris", "3"), Is.EqualTo(new Output { Type = OutputType.MlflowModel, AssetName = "iris", AssetVersion = "3" }));
        Assert.That(model.AssetName, Is.Null);
        Assert.That(() => model.RegisteredAs(""), Throws.ArgumentException);
    }

    [Test]
    public void ToString_Always_ShowsThatAHoleWasMeant()
    {
        Input<double> lr = 0.01;
        object[] things = [lr, Input.Literal("x"), Input.UriFile("p"), Output.UriFolder()];

        Assert.That(things.Select(thing => thing.ToString()), Has.All.StartsWith(HoleMarker.Opening));
    }
}
