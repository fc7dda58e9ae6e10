from pyspark.sql import SparkSession

session = SparkSession.builder.getOrCreate()
