namespace ServerlessCompute;

internal sealed class JobValidationResultTests
{
    private static readonly JobDiagnostic AnError = new("SC0101", JobDiagnosticSeverity.Error, "Command", "There is none.", "Write one.");
    private static readonly JobDiagnostic AWarning = new("SC0104", JobDiagnosticSeverity.Warning, "Inputs[\"x\"]", "Not used.", "Use it.");

    [Test]
    public void Result_WithoutDiagnostics_IsValid()
    {
        var result = new JobValidationResult([]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.IsValid);
            Assert.That(result.ThrowIfInvalid, Throws.Nothing);
            Assert.That(result.ToString(), Is.EqualTo("No problems."));
        }
    }

    [Test]
    public void Result_WithAWarning_IsValid()
    {
        var result = new JobValidationResult([AWarning]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.IsValid);
            Assert.That(result.Errors, Is.Empty);
            Assert.That(result.Warnings, Is.EqualTo([AWarning]));
            Assert.That(result.ThrowIfInvalid, Throws.Nothing);
        }
    }

    [Test]
    public void ToString_Always_PutsErrorsFirst() => Assert.That(
        new JobValidationResult([AWarning, AnError]).ToString(),
        Is.EqualTo("""
            1 error, 1 warning
            error SC0101 at Command: There is none.
              Fix: Write one.
            warning SC0104 at Inputs["x"]: Not used.
              Fix: Use it.
            """.ReplaceLineEndings("\n")));

    [Test]
    public void ThrowIfInvalid_WithErrors_ListsEachErrorAndCarriesAll()
    {
        var result = new JobValidationResult([AWarning, AnError, AnError with { Path = "Trial.Command" }]);

        JobValidationException thrown = Assert.Throws<JobValidationException>(result.ThrowIfInvalid)!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown.Diagnostics, Is.EqualTo(result.All));
            Assert.That(thrown.Message, Is.EqualTo("""
                The job has 2 errors.
                error SC0101 at Command: There is none.
                  Fix: Write one.
                error SC0101 at Trial.Command: There is none.
                  Fix: Write one.
                """.ReplaceLineEndings("\n")));
        }
    }

    [Test]
    public void With_MoreDiagnostics_ComesBehind()
    {
        JobValidationResult more = new JobValidationResult([AWarning]).With([AnError]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(more.All, Is.EqualTo([AWarning, AnError]));
            Assert.That(more.IsValid, Is.False);
        }
    }

    [Test]
    public void Exception_OfAMessage_HasNoDiagnostics()
    {
        var cause = new InvalidOperationException();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new JobValidationException().Message, Is.Not.Empty);
            Assert.That(new JobValidationException("no").Diagnostics, Is.Empty);
            Assert.That(new JobValidationException("no", cause).InnerException, Is.SameAs(cause));
        }
    }
}
