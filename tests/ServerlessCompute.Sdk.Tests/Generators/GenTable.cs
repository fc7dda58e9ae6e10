using System.Reflection;
using CsCheck;

namespace ServerlessCompute;

/// <summary>
/// Nouns with everything that their tables know, sensible or not: a member that is added to a table is generated from then on. What a
/// dialect cannot say (a word that nobody knows, in YAML) is not generated for it.
/// </summary>
internal sealed class GenTable(Dialect dialect)
{
    private readonly Dictionary<object, object> _made = [];

    /// <summary>What is generated for parts that another dialect writes, whichever this one is.</summary>
    private readonly Dictionary<Dialect, GenTable> _others = [];

    /// <summary>How many of the forms around this one are written to REST by hand, where a table's names do not count.</summary>
    private int _byHand;

    /// <summary>Jobs of one kind.</summary>
    public static Gen<Job> Jobs(JobTable table, Dialect dialect) =>
        table.Variants.Count > 1 ? Gen.OneOf([.. table.Variants.Select(variant => Jobs(variant, dialect))])
        : dialect == Dialect.Rest && table == JobTables.Command ? GenJob.Command.Select(job => (Job)job) : (Gen<Job>)Invoke(new GenTable(dialect), nameof(OfJob), table.GetType().GetGenericArguments()[0], table);

    public Gen<T> Of<T>(ValueForm<T> form)
    {
        if (!_made.TryGetValue(form, out object? gen))
        {
            gen = Make(form);
            _made[form] = gen;
        }

        return (Gen<T>)gen;
    }

    public Gen<T> OfShape<T>(Shape<T> shape, bool whole)
        where T : JobPart
    {
        Gen<T> noun = Gen.Const(dialect == Dialect.Yaml ? shape.Seed : shape.SentSeed);
        foreach (Member<T> member in shape.Members)
        {
            if (member is GroupMember<T> group)
            {
                noun = Gen.Select(noun, Fill(group.Inner, whole), (value, fill) => fill(value));
            }
            else if (IsSaid(member, shape, whole))
            {
                noun = Gen.Select(noun, OfMember(member), (value, set) => set(value));
            }
        }

        return dialect == Dialect.Yaml ? noun : Gen.Select(noun, GenText.Extras, (value, extras) => value with { AdditionalProperties = extras });
    }

    private Gen<Func<T, T>> Fill<T>(Shape<T> shape, bool whole)
        where T : JobPart
    {
        Gen<Func<T, T>> all = Gen.Const<Func<T, T>>(value => value);
        foreach (Member<T> member in shape.Members.Where(member => IsSaid(member, shape, whole)))
        {
            all = Gen.Select(all, OfMember(member), (before, set) => (Func<T, T>)(value => set(before(value))));
        }

        return all;
    }

    /// <summary>Whether the dialect has a name for a member, which no member before it has.</summary>
    private bool IsSaid<T>(Member<T> member, Shape<T> shape, bool whole)
        where T : JobPart => member.Property.Length > 0
            && (dialect == Dialect.Rest
                ? whole || member.Names.IsInRest
                : member.Names.In(dialect) is { } name && shape.Members.First(other => other.Property.Length > 0 && other.Names.In(dialect) == name) == member);

    private Gen<Func<T, T>> OfMember<T>(Member<T> member) =>
        (Gen<Func<T, T>>)Invoke(this, nameof(OfValueMember), [typeof(T), member.GetType().GetGenericArguments()[1]], member);

    private Gen<Func<T, T>> OfValueMember<T, TValue>(ValueMember<T, TValue> member)
    {
        Gen<Func<T, T>> set = Of(member.Form).Select(value => (Func<T, T>)(noun => member.Set(noun, value)));
        return member.IsRequired || member.Form is ComponentSourceForm ? set : Gen.Frequency((1, Gen.Const<Func<T, T>>(noun => noun)), (2, set));
    }

    private Gen<Job> OfJob<T>(JobTable<T> table)
        where T : Job => dialect == Dialect.Rest
            ? Gen.Select(GenJob.Commons(table.Own.Seed), OfShape(table.Own, whole: false), (common, own) => (own with
            {
                DisplayName = common.DisplayName,
                Description = common.Description,
                ExperimentName = common.ExperimentName,
                Tags = common.Tags,
                Properties = common.Properties,
                Identity = common.Identity,
                Services = common.Services,
                NotificationSettings = common.NotificationSettings,
                Compute = common.Compute,
                ComponentId = common.ComponentId,
                IsArchived = common.IsArchived,
            }).Visit(new ResolvingVisitor()))
            : OfShape(table.All, whole: false).Select(job => (Job)(dialect == Dialect.Yaml ? table.Finish(job) : job));

    private Gen<T> Make<T>(ValueForm<T> form)
    {
        object gen = form switch
        {
            TextForm => GenText.Any,
            LiteralForm => GenText.Any,
            IntegerForm => Gen.Int,
            NumberForm => Gen.Double[-1e9, 1e9],
            FlagForm or TrueForm or EveryNodeForm => Gen.Bool,

            // A minute is the shortest time that YAML can say everywhere.
            DurationForm duration => Gen.Int[60, 100_000].Select(units => units * duration.Unit),
            JsonForm => GenText.Json,
            PathForm => GenData.Path,
            PriorityForm => Gen.Int[1, 3].Select(number => (JobPriority)number),
            VariableForm => GenText.Any.Select(text => (EnvironmentValue)text),
            CommandForm => GenText.Any.Select(text => (CommandText)text),
            JobEnvironmentForm => GenText.Any.Select(name => (JobEnvironment)$"azureml://registries/azureml/environments/{name}"),
            InputForm => dialect == Dialect.Rest ? GenData.Input : GenData.PlainInput,
            OutputForm => dialect == Dialect.Rest ? GenData.Output : GenData.PlainOutput,
            DataInputForm => dialect == Dialect.Rest ? GenData.Data : GenData.PlainData,
            SparkSettingForm => GenData.Setting,
            WallTimeForm => Gen.Int.Select(second => new DateTime(2026, 12, 1).AddSeconds(second)),
            JobForm => AnyJob,
            ScheduledJobForm => GenSchedule.Job(AnyJob),
            ScheduleActionForm => dialect == Dialect.Yaml ? Of(ScheduleTables.Job).Select(job => (ScheduleAction)job) : Of(ScheduleActionForm.Union),
            SearchValueForm => SearchValue,
            SearchSpaceForm => OfSpace(),
            SamplingForm sampling => Of(sampling.Union),
            AccuracyForm => Gen.Const(AccuracyForm.Word),
            PrefixedComputeForm => Gen.OneOf(GenText.Some, GenText.Any.Select(name => $"/subscriptions/{name}")),
            TableDataForm data => GenAutoMl.Data(data.Type),
            AutoOrNumberForm => GenAutoMl.AutoOrNumber,
            TargetLagsForm => GenAutoMl.Lags,
            TuningForm tuning => GenAutoMl.Tuning(tuning),
            TransformerMapForm transformers => GenAutoMl.Transformers(Of(transformers.List)),
            TransformerParameterForm => GenAutoMl.Parameter,
            ComponentSourceForm => GenPipeline.Component,
            StepsForm => GenText.Map(Of(StepTables.Union)),
            ComponentForm component => Of(component.Union),
            ComponentInputForm input => Gen.Select(Of(input.Table), GenPipeline.Limits, (value, limits) => limits(value)),
            MiniBatchSizeForm => Gen.Long[0, long.MaxValue],
            PartitionKeysForm or BlockForm => GenText.List(GenText.Any),
            ItemsForm => GenText.Any,
            _ => Generic(form),
        };
        return (Gen<T>)gen;
    }

    private object Generic<T>(ValueForm<T> form)
    {
        Type type = form.GetType();
        Type open = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        Type[] of = type.GetGenericArguments();
        return open switch
        {
            _ when open == typeof(WordForm<>) => Invoke(this, nameof(OfWord), of),
            _ when open == typeof(OptionalForm<>) => Invoke(this, nameof(OfOptional), of, form),
            _ when open == typeof(ListForm<>) => Invoke(this, nameof(OfList), of, form),
            _ when open == typeof(MapForm<>) => Invoke(this, nameof(OfMap), of, form),
            _ when open == typeof(MendedForm<>) => Invoke(this, nameof(OfMended), of, form),
            _ when open == typeof(WireForm<>) => Invoke(this, nameof(OfWire), of, form),
            _ when open == typeof(OpenForm<>) => Invoke(this, nameof(OfOpen), of, form),
            _ when open == typeof(SpecForm<>) => Invoke(this, nameof(OfSpec), of, form),
            _ when open == typeof(SpecIdForm<>) => Invoke(this, nameof(OfSpecId), of, form),
            _ when open == typeof(Shape<>) => Invoke(this, nameof(OfShape), of, form, _byHand > 0),
            _ when open == typeof(UnionForm<>) => Invoke(this, nameof(OfUnion), of, form),
            _ => throw new NotSupportedException($"No values are generated for {type.Name}: add it here."),
        };
    }

    private Gen<T> OfWord<T>()
        where T : struct, IOpenEnum<T>
    {
        T[] known = [.. T.KnownValues.ToArray().Select(T.Create)];
        return dialect == Dialect.Yaml ? Gen.OneOf(known) : GenChoice.Word(known);
    }

    private Gen<T?> OfOptional<T>(OptionalForm<T> form)
        where T : struct => Of(form.Form).Select(value => (T?)value);

    private Gen<ValueList<T>> OfList<T>(ListForm<T> form) => GenText.List(Of(form.Item));

    private Gen<ValueMap<T>> OfMap<T>(MapForm<T> form) => GenText.Map(Of(form.Value));

    private Gen<T> OfMended<T>(MendedForm<T> form) => Of(form.Form);

    private Gen<T> OfOpen<T>(OpenForm<T> form) => In(dialect == Dialect.Rest ? Dialect.Step : dialect).Of(form.Form);

    private Gen<T> OfSpec<T>(SpecForm<T> form) => In(Dialect.Yaml).Of(form.Form);

    private Gen<T> OfSpecId<T>(SpecIdForm<T> form) => Of(form.Form);

    private GenTable In(Dialect other)
    {
        if (other == dialect)
        {
            return this;
        }

        if (!_others.TryGetValue(other, out GenTable? gen))
        {
            gen = new GenTable(other);
            _others[other] = gen;
        }

        return gen;
    }

    /// <summary>What REST writes by hand it writes whole, whatever the names in the table.</summary>
    private Gen<T> OfWire<T>(WireForm<T> form)
    {
        _byHand++;
        Gen<T> gen = Of(form.Form);
        _byHand--;
        return gen;
    }

    private Gen<TBase> OfUnion<TBase>(UnionForm<TBase> union)
        where TBase : JobPart
    {
        var kinds = new List<Gen<TBase>>();
        foreach (UnionCase<TBase> kind in union.Cases)
        {
            kinds.Add(kind is AutoMlStepCase ? (Gen<TBase>)(object)AutoMlStep() : (Gen<TBase>)Invoke(this, nameof(OfCase), kind.GetType().GetGenericArguments(), kind));
        }

        if (dialect != Dialect.Yaml && union.HasWordIn(dialect) && union.Unknown is { } unknown)
        {
            kinds.Add(Gen.Select(GenText.NewWord, GenText.Extras, (word, extras) => unknown.Of(word) with { AdditionalProperties = extras }));
        }

        return Gen.OneOf(kinds.ToArray());
    }

    private Gen<TBase> OfCase<TBase, T>(ShapeCase<TBase, T> kind)
        where TBase : JobPart
        where T : TBase => OfShape(kind.Shape, _byHand > 0).Select(value => (TBase)value);

    private Gen<PipelineStep> AutoMlStep() => Gen.OneOf(
        [.. JobTables.AutoMl.Variants.Select(table => ((Gen<Job>)Invoke(new GenTable(dialect), nameof(OfJob), table.GetType().GetGenericArguments()[0], table)).Select(job => (PipelineStep)(AutoMlStep)(AutoMlJob)job))]);

    /// <summary>YAML of an AutoML job is read as if each output were a folder.</summary>
    public static Job AsYamlHasIt(Job job) => job is AutoMlJob autoMl
        ? autoMl with { Outputs = JobVisitor.Each("outputs", autoMl.Outputs, (_, output) => output with { Type = OutputType.UriFolder }) }
        : job;

    private Gen<Job> AnyJob => Gen.OneOf([.. JobTables.All.Select(table => Jobs(table, dialect))]).Select(job => dialect == Dialect.Yaml ? AsYamlHasIt(job) : job);

    private Gen<SearchSpace> OfSpace()
    {
        // REST's list of a kind and its numbers has no room for anything else.
        Gen<SearchSpace> known = Of(SearchSpaceForm.Trees).Select(space => space with { AdditionalProperties = ValueMap<RawJson>.Empty });
        return dialect == Dialect.Yaml ? known : Gen.Frequency((9, known), (1, GenText.Json.Select(json => (SearchSpace)new UnknownSearchSpace(RawJson.Parse($"[\"new\",{json}]")))));
    }

    private static Gen<SearchValue> SearchValue => Gen.Frequency(
        (2, GenText.Any.Select(text => (SearchValue)text)),
        (2, Gen.Int.Select(number => (SearchValue)number)),
        (1, GenText.Map(GenText.Any.Select(text => (SearchValue)text)).Where(map => map.Count > 0 && !map.ContainsKey("type")).Select(ServerlessCompute.SearchValue.Of)),
        (1, Gen.Int[1, 9].Select(upper => ServerlessCompute.SearchValue.Of([new("n", Search.Randint(upper))]))));

    private static object Invoke(GenTable on, string method, Type[] types, params object?[] arguments) =>
        typeof(GenTable).GetMethod(method, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!.MakeGenericMethod(types).Invoke(on, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    private static object Invoke(GenTable on, string method, Type type, params object?[] arguments) => Invoke(on, method, [type], arguments);
}
